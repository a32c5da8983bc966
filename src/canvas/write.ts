type Value = string | number | boolean | null;

/**
 * For `selection.each`: what `selection.attr` does, but only where the value differs. A browser reads a path, a colour or
 * a size anew even when it is the same one: at 150 people half of what a drop cost.
 */
export function write<Mark>(name: string, value: Value | ((mark: Mark) => Value)): (this: Element, mark: Mark) => void {
  return function writeAttribute(mark) {
    const next = typeof value === 'function' ? value(mark) : value;
    if (next === null) {
      if (this.hasAttribute(name)) this.removeAttribute(name);
    } else if (this.getAttribute(name) !== String(next)) this.setAttribute(name, String(next));
  };
}

/** For `selection.each`: what `selection.text` does, but only where the text differs. */
export function writeText<Mark>(text: (mark: Mark) => string): (this: Element, mark: Mark) => void {
  return function writeContent(mark) {
    const next = text(mark);
    if (this.textContent !== next) this.textContent = next;
  };
}
