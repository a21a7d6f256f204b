/** What an element may hold: texts are always texts, never markup. Null and false are left out. */
export type Child = Node | string | number | null | false | undefined | readonly Child[];

/** Attributes by name; true is an attribute without a value, null and false leave it out. Listeners are `on` and the event. */
export type Attributes = Readonly<
  Record<string, string | number | boolean | null | undefined | EventListener>
>;

/**
 * An element of HTML with attributes and content. There is no way from here to `innerHTML`, to a `style` attribute or to a listener as text: published
 * texts are those of strangers, and the policy of the site allows none of the three.
 */
export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  dress(element, attributes, children);
  return element;
}

/** The same of SVG. */
export function s<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  dress(element, attributes, children);
  return element;
}

/** Nodes side by side without an element around them. */
export function fragment(...children: readonly Child[]): DocumentFragment {
  const nodes = document.createDocumentFragment();
  append(nodes, children);
  return nodes;
}

/** An element with a style that depends on data, set through the object model, which the policy allows. */
export function styled<T extends HTMLElement | SVGElement>(
  element: T,
  style: Readonly<Record<string, string>>,
): T {
  for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value);
  return element;
}

function dress(element: Element, attributes: Attributes, children: readonly Child[]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  append(element, children);
}

function append(parent: ParentNode, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (child instanceof Node || typeof child === 'string') parent.append(child);
    else if (typeof child === 'number') parent.append(String(child));
    else append(parent, child);
  }
}
