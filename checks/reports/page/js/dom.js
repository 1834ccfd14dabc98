// Making elements. Text goes in as text, never as HTML, and nothing in it can steer the page.

export const byId = (id) => document.getElementById(id);

// Controls, and characters that reverse the order of what follows; as many go in as come out, so offsets hold.
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

export const clean = (text) => text.replace(HIDDEN, "\ufffd");

// An element; attributes that are false or null are left out, functions are listeners ("onclick").
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (typeof value === "function") element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== false)
    .map((child) => (typeof child === "string" ? clean(child) : child)));
  return element;
}

// Text of an article or a file's name, kept apart from the direction of what stands around it.
export const apart = (text, attributes = {}) => make("bdi", attributes, text);

// A drawing that was made with the page.
export function drawing(source) {
  const parsed = new DOMParser().parseFromString(source, "image/svg+xml");
  return document.importNode(parsed.documentElement, true);
}

export const many = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;

export function say(text) {
  byId("said").textContent = text;
}

export const percent = (part, whole) => (whole ? `${Math.round((100 * part) / whole)}%` : "–");
