/** What the page's Content-Security-Policy lets us put styles in by: the server makes a new one for each page. */
export const styleNonce: string = document.querySelector('meta[name="style-nonce"]')?.getAttribute('content') ?? ''

// Dialogs keep the page behind them from scrolling by a style of their own; this is where that library looks for it.
Object.assign(globalThis, { __webpack_nonce__: styleNonce })
