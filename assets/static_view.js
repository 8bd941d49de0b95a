// Builds the parts of views that never change. Leptos wrote each as text when the console was compiled, for `innerHTML`; the
// build puts this in the place of that, so that nothing in the console parses markup and Trusted Types need no policy at all.

const SVG = "http://www.w3.org/2000/svg";
const HTML = "http://www.w3.org/1999/xhtml";

/** Elements without an end. */
const empty = new Set(["br", "col", "hr", "img", "input", "link", "meta", "wbr"]);

/** An end, a beginning with its attributes, or text. */
const piece = /<\/([\w-]+)>|<([\w-]+)((?: [\w:-]+(?:="[^"]*")?)*)>|([^<]+)/y;

const characters = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };
const plain = (text) => text.replace(/&[^;]*;/g, (reference) => characters[reference] ?? reference);

/** Replaces what is in an element, or in a template. Takes only what Leptos writes, and throws at anything else. */
export function fill(target, markup) {
  const open = [target.content ?? target];
  open[0].replaceChildren();
  for (piece.lastIndex = 0; piece.lastIndex < markup.length; ) {
    const [, end, name, attributes, text] = piece.exec(markup) ?? [];
    const parent = open.at(-1);
    if (text !== undefined) {
      parent.append(plain(text));
    } else if (name) {
      const namespace = name === "svg" ? SVG : (parent.namespaceURI ?? HTML);
      const element = document.createElementNS(namespace, name);
      for (const [, attribute, value = ""] of attributes.matchAll(/ ([\w:-]+)(?:="([^"]*)")?/g)) {
        element.setAttribute(attribute, plain(value));
      }
      parent.append(element);
      if (!empty.has(name)) open.push(element);
    } else if (open.length === 1 || open.pop().localName !== end) {
      throw new SyntaxError("This is not a view that Leptos wrote.");
    }
  }
}
