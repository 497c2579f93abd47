/** The look of a notice: the system's font, light or dark with the system, above the site's own layers. */
export const noticeStyle = `
:host { all: initial; }
.box {
  position: fixed; right: 16px; bottom: 16px; z-index: 2147483647;
  box-sizing: border-box; max-width: min(360px, calc(100vw - 32px)); padding: 12px 16px;
  border-radius: 8px; border-inline-start: 4px solid #2f6feb;
  background: #fff; color: #1f2329; cursor: pointer;
  box-shadow: 0 4px 24px rgb(0 0 0 / 20%);
  font: 14px/20px system-ui, "PingFang SC", "Microsoft YaHei", sans-serif;
}
.error { border-inline-start-color: #c7362f; }
p { margin: 0; overflow-wrap: anywhere; }
.text { font-weight: 600; }
.help { margin-top: 4px; }
button {
  all: unset; box-sizing: border-box; margin-top: 8px; padding: 4px 12px; border-radius: 6px;
  background: #2f6feb; color: #fff; cursor: pointer;
}
button:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
@media (prefers-color-scheme: dark) {
  .box { background: #26282c; color: #ebecee; }
}
@media (forced-colors: active) { .box, button { border: 1px solid CanvasText; } }
`;
