const TOLERANCE = 1e-6;

/** Whole persons in a distance: what the solver found, rounded down. */
export const whole = (distance: number): number => Math.floor(distance + TOLERANCE);

/** Whether a cell that can move this far up and down from the truth takes `width + 1` different whole counts. */
export const isProtected = (up: number, down: number, width: number): boolean =>
  whole(up) + whole(down) >= width;
