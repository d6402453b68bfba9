// Stands in for the package d3-format when the page is bundled: the page writes numbers by its own rules (format.ts), and the
// scales' own tick labels are asked for by nobody.
const none = undefined;

export {
  none as format,
  none as formatPrefix,
  none as formatSpecifier,
  none as precisionFixed,
  none as precisionPrefix,
  none as precisionRound,
};
