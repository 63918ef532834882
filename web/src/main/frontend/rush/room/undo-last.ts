/* Presses, for the action undo-last, the newest button that offers to undo something: data-action="undo-last". */

export {};

document.addEventListener('room-action', (event) => {
  if ((event as CustomEvent<{ action: string }>).detail.action !== 'undo-last') return;
  const buttons = document.querySelectorAll<HTMLElement>('[data-action="undo-last"]');
  buttons[buttons.length - 1]?.click();
});
