// The keyboard of the clerk's page. Keys are told by their place (event.code), so the Russian and the Latin
// layout are the same. An element says with data-code which keys press or focus it.
"use strict";

const root = document.documentElement;
let busy = false; // an answer is on its way: a second key must not answer the next question
let pressedAt = null; // of the key or click that sent the answer, in the page's own clock

const same = { NumpadEnter: "Enter" };
const typing = (one) => one.matches("input:not([type=radio]), textarea, select");
const find = (code) => document.querySelector(`[data-code~="${CSS.escape(code)}"]`);

function setBusy(value) {
  busy = value;
  root.toggleAttribute("data-busy", value);
}

function codeOf(event) {
  const code = same[event.code] ?? event.code.replace(/^Numpad(?=\d$)/, "Digit");
  return (event.shiftKey ? "Shift+" : "") + code;
}

function press(element) {
  if (typing(element)) {
    element.focus();
    element.scrollIntoView({ block: "nearest" });
  } else if (element.matches("details")) {
    element.open = !element.open;
  } else {
    element.click();
  }
}

// What a key did, or that it means nothing here: for who cannot see it change below the fold.
function hear(text) {
  const line = document.getElementById("heard");
  if (line) line.textContent = text;
}

function cycle(fieldset) {
  const all = [...fieldset.querySelectorAll("input[type=radio]")];
  const next = all[(all.findIndex((one) => one.checked) + 1) % all.length];
  next.checked = true;
  next.dispatchEvent(new Event("change", { bubbles: true }));
  hear(`Где это верно: ${next.closest("label").textContent.replace(/\s+/g, " ").trim()}`);
}

function leaveField(event) {
  if (event.code === "Escape") {
    event.preventDefault();
    focusQuestion();
  } else if (same[event.code] === "Enter" || event.code === "Enter") {
    const next = event.target.dataset.enter && document.querySelector(event.target.dataset.enter);
    if (next) {
      event.preventDefault(); // or the form's first button would be pressed
      if (next.matches("button")) next.click();
      else next.focus();
    } else if (event.target.id === "search") {
      event.preventDefault();
      document.querySelector("#found button, #found a")?.focus();
    }
  }
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (typing(event.target)) return leaveField(event);
  const code = codeOf(event);
  if (code === "Enter" && event.target.closest("button, a, summary")) {
    if (busy || event.repeat) event.preventDefault();
    return; // the focused element's own key
  }
  const fieldset = document.querySelector(`[data-cycle="${CSS.escape(code)}"]`);
  const element = find(code);
  if (!element && !fieldset) return deaf(event, code);
  hear("");
  event.preventDefault();
  if (busy || event.repeat) return;
  if (fieldset) cycle(fieldset);
  else press(element);
});

document.addEventListener("change", (event) => {
  if (event.target.name !== "scope") return;
  for (const hint of document.querySelectorAll("[data-settles]")) hint.textContent = event.target.dataset.words;
});

const keys = /^(Key[A-Z]|Digit[1-9]|Slash|Enter)$/;

function deaf(event, code) {
  if (!keys.test(code) || !document.getElementById("answer") || event.repeat) return;
  if (code === "Enter" && event.target.closest("button, a, summary")) return;
  hear(`Клавиша ${code.replace(/^(Key|Digit)/, "").replace("Slash", "/")} здесь ничего не значит.`);
}

function focusQuestion() {
  const heading = document.getElementById("question") ?? document.querySelector("main h1");
  if (heading && !heading.hasAttribute("tabindex")) heading.tabIndex = -1;
  heading?.focus({ preventScroll: true });
}

function focusNext() {
  const field = document.querySelector("[data-focus]"); // what was typed and refused
  if (!field) return focusQuestion();
  field.focus();
  field.scrollIntoView({ block: "nearest" });
}

document.addEventListener("submit", (event) => {
  if (busy) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  if (!event.target.hasAttribute("hx-post")) return;
  setBusy(true);
  pressedAt = performance.now();
}, true);

document.addEventListener("htmx:after:swap", () => {
  if (pressedAt === null) return;
  hear("");
  window.scrollTo(0, 0);
  focusNext();
  performance.measure("answer-to-next", { start: pressedAt, end: performance.now() });
  pressedAt = null;
  setBusy(false);
});

document.addEventListener("htmx:finally:request", () => setBusy(false));

document.addEventListener("htmx:error", () => {
  setBusy(false);
  pressedAt = null;
  const said = document.getElementById("said");
  if (said) {
    said.className = "bad";
    said.textContent = "Нет связи с программой prikaz. Ответ не записан; проверьте, запущена ли она.";
  }
});

focusNext();
