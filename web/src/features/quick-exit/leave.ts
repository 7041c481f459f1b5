// Leaving at once: memory first, then the screen, then the address.

/** A page anybody may have open, that looks the same for everyone. */
export const neutralPage = 'https://www.bbc.com/weather';

export interface Place {
  readonly blank: () => void;
  readonly replaceWith: (address: string) => void;
}

/** This page. `replace` leaves no entry to go back to; the address stays in the browser's history. */
export const thisPage: Place = {
  blank: () => {
    document.body.replaceChildren();
  },
  replaceWith: (address) => {
    location.replace(address);
  },
};

/** The order is the promise: nothing is left to show or to find before the other page loads. */
export const leave = (wipe: () => void, place: Place = thisPage): void => {
  try {
    wipe();
  } finally {
    place.blank();
    place.replaceWith(neutralPage);
  }
};

/** A page that the browser kept alive in the background comes back empty, from the start. */
export const startAnewOnReturn = (): void => {
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });
};
