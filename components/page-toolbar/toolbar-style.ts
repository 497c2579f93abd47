/** The look of the toolbar: the system's font, light or dark with the page, above the site's own layers. */
export const toolbarStyle = `
:host { all: initial; }
.bar {
  --back: #fff; --text: #1f2329; --edge: #d0d3d8; --over: #eef1f5; --focus: #2f6feb; --good: #1a7f37; --bad: #c7362f;
  position: fixed; z-index: 2147483646; box-sizing: border-box; display: flex; gap: 2px; padding: 3px;
  border: 1px solid var(--edge); border-radius: 8px; background: var(--back); color: var(--text);
  box-shadow: 0 2px 10px rgb(0 0 0 / 16%); user-select: none; -webkit-user-select: none;
  font: 13px/20px system-ui, "PingFang SC", "Microsoft YaHei", sans-serif;
}
.bar.dark {
  --back: #26282c; --text: #ebecee; --edge: #4b4f57; --over: #3a3d44; --focus: #7aa5ff; --good: #57c878; --bad: #ff8a80;
}
button, .handle {
  all: unset; box-sizing: border-box; display: flex; align-items: center; gap: 6px; min-height: 28px;
  padding: 3px 8px; border-radius: 5px; cursor: pointer; white-space: nowrap;
}
button:hover, .handle:hover { background: var(--over); }
button:focus-visible { outline: 2px solid var(--focus); outline-offset: -1px; }
button.done { color: var(--good); }
button.failed { color: var(--bad); }
.handle { position: relative; padding-inline: 5px; cursor: progress; }
.handle.idle { cursor: grab; }
.handle.ready { cursor: grab; color: var(--focus); }
.handle.failed { cursor: not-allowed; color: var(--bad); }
svg {
  width: 16px; height: 16px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.5;
  stroke-linecap: round; stroke-linejoin: round;
}
.busy svg { animation: turn 1s linear infinite; }
@keyframes turn { to { transform: rotate(1turn); } }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media (prefers-reduced-motion: reduce) { .busy svg { animation-duration: 4s; } }
@media (forced-colors: active) {
  button:focus-visible { outline-color: Highlight; }
  .bar { border-color: CanvasText; }
}
`;
