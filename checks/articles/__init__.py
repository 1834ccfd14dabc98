"""Reading articles: files to text, text to sentences, page furniture told apart."""
