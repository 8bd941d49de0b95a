/** A text that somebody may have chosen to deceive or to break with, and how a person sees it. */
export interface HostileText {
  what: string;
  text: string;
  /** What the console shows of it. */
  shown: string;
}

const long = 'x'.repeat(100_000);

/** The texts that every place has to bear. */
export const texts: readonly HostileText[] = [
  plain('an image that runs a script', '<img src=x onerror="window.takenOver=1"><svg onload=window.takenOver=1>'),
  plain('a script', '</title></script><script>window.takenOver=1</script>'),
  plain('an attribute that ends early', `"' onfocus=window.takenOver=1 autofocus x="`),
  plain('an address that is a script', 'javascript:window.takenOver=1'),
  plain('a template', '{{constructor.constructor("window.takenOver=1")()}} ${window.takenOver=1} %3Cscript%3E'),
  plain('Arabic, Hebrew and emoji', 'بوابة שער 👩‍💻 🚪 ❤️'),
  { what: 'a direction that is turned around', text: 'Gate\u202egol\u2066!', shown: 'GateU+202EgolU+2066!' },
  { what: 'characters of no width', text: '\u200bGa\u2060te\ufeff', shown: 'U+200BGaU+2060teU+FEFF' },
  { what: 'line breaks and controls', text: 'Gate\r\nX-Admin: yes\u0007', shown: 'GateU+000DU+000AX-Admin: yesU+0007' },
  { what: '100,000 characters', text: long, shown: `${long.slice(0, 200)}… (99800 characters more)` },
];

/** What assistive technology calls a thing of which this is shown: the names of hidden characters are words of their own. */
export const calledBy = (shown: string) => shown.replaceAll(/U\+[0-9A-F]{4}/g, ' $& ').replaceAll(/ {2,}/g, ' ').trim();

function plain(what: string, text: string): HostileText {
  return { what, text, shown: text };
}

/** Characters that nobody sees or that turn text around; the console leaves none where a person reads. */
export const hidden = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;
