// g and a letter lead where a link on this page leads; ? leads to the list of them. Never in a field, never with another key held down.
const patience = 2000;
let asked = 0;

function isTyped(target) {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || event.repeat || event.ctrlKey || event.metaKey || event.altKey || isTyped(event.target)) {
    asked = 0;
    return;
  }

  const waiting = asked > 0 && event.timeStamp - asked < patience;
  asked = 0;
  if (event.key === "g" && !waiting) {
    asked = event.timeStamp;
    return;
  }

  const wanted = event.key === "?" ? "?" : waiting && /^[a-z]$/.test(event.key) ? event.key : null;
  const link = wanted === null ? null : document.querySelector(`a[data-go="${wanted}"]`);
  if (link !== null) {
    event.preventDefault();
    link.click();
  }
});
