// Does what is on the screen fit: nothing runs off sideways, no control is out of sight, covered, or too small for a finger?
import type { Page } from '@playwright/test';

/** A finger needs this much, in CSS pixels. */
const FINGER = 44;

/** Everything that does not fit on the screen as it is now, in words; none is what one wants. */
export const misfits = (page: Page): Promise<string[]> =>
  page.evaluate((finger) => {
    const found: string[] = [];
    const { clientWidth: wide, clientHeight: high } = document.documentElement;
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}"`;
    // What lies over the rest is what one looks at.
    const scope = document.querySelector('dialog[open]') ?? document.querySelector('[role="menu"]') ?? document.body;

    // Sideways: the page, and every box that scrolls up and down.
    if (document.documentElement.scrollWidth > wide + 1)
      found.push(`the page is ${document.documentElement.scrollWidth} px wide`);
    const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
    for (const box of scope.querySelectorAll('*')) {
      if (box instanceof HTMLElement && scrolls(box) && box.clientWidth > 0 && box.scrollWidth > box.clientWidth + 1) {
        // The paper itself may be looked at bit by bit; nothing else.
        if (!box.closest('[data-wide]')) found.push(`scrolls sideways: ${name(box)}`);
      }
    }

    const isShown = (element: HTMLElement) => {
      const isSeen = element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
      return isSeen && element.closest('.visually-hidden, .skip') === null;
    };
    /** What a finger meets: the control, or the label that belongs to it. */
    const targetOf = (control: HTMLElement): HTMLElement => {
      if (control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type)) {
        return control.closest('label') ?? control.closest<HTMLElement>('.ds-field') ?? control;
      }
      return control;
    };
    /** A box that scrolls may bring it into sight. */
    const scroller = (element: Element): Element | null => {
      for (let at = element.parentElement; at; at = at.parentElement) {
        if (/auto|scroll/.test(getComputedStyle(at).overflowY) && at.scrollHeight > at.clientHeight + 1) return at;
      }
      return document.documentElement.scrollHeight > high + 1 ? document.documentElement : null;
    };
    const controls = scope.querySelectorAll<HTMLElement>(
      'button, a[href], input, select, textarea, [role="menuitem"], [role="switch"]',
    );
    for (const control of controls) {
      if (!isShown(control) || control.closest('[inert]')) continue;
      const target = targetOf(control);
      if (scroller(target)) target.scrollIntoView({ block: 'center', inline: 'nearest' });
      const { left, top, right, bottom, width, height } = target.getBoundingClientRect();
      if (width < finger - 0.5 || height < finger - 0.5) {
        // A name in a heading that is also on a button, or a word in a sentence (WCAG 2.5.8, inline).
        if (!target.closest('[data-inline]'))
          found.push(`${Math.round(width)} × ${Math.round(height)} px: ${name(control)}`);
      }
      if (left < -1 || right > wide + 1 || top < -1 || bottom > high + 1) {
        // What is higher than the box it scrolls in is seen bit by bit.
        if (height <= Math.min(high, scroller(target)?.clientHeight ?? high))
          found.push(
            `out of sight (${Math.round(left)} ${Math.round(top)} ${Math.round(right)} ${Math.round(bottom)}): ${name(control)}`,
          );
        continue;
      }
      const on = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      const meets =
        on !== null &&
        (target.contains(on) ||
          (on.contains(target) && on.closest('label') !== null) ||
          control.contains(on) ||
          on.closest('label')?.contains(control) === true);
      if (!meets) found.push(`covered by ${on ? name(on) : 'nothing'}: ${name(control)}`);
    }
    return [...new Set(found)];
  }, FINGER);
