/**
 * Everything the tool does to the world outside, in one object, so that tests run the real thing in memory
 * and silently. Only `scripts/` and `src/pages` create the real one (`nodeEffects`).
 */
export type Effects = {
  /**
   * Reads every file below a folder; keys are paths relative to it with `/`, sorted. Throws if unreadable.
   * @param most of a file with more bytes than this, only so many are read
   */
  readonly readTree: (folder: string, most?: number) => Promise<ReadonlyMap<string, Uint8Array>>;
  readonly writeFile: (path: string, content: string | Uint8Array) => Promise<void>;
  /** One line for the person at the terminal. */
  readonly log: (line: string) => void;
  /** A line about how it goes, which `--tyst` leaves out. */
  readonly detail: (line: string) => void;
  /**
   * How far a stage has come: a live line in a terminal, nothing elsewhere. It is gone when `done` is `all`.
   * @param all null when it is not known
   */
  readonly progress: (stage: string, done: number, all: number | null) => void;
  /** Milliseconds, for progress only: never in anything published. */
  readonly clock: () => number;
  /** Bytes of memory that the machine has, or that this program may use of it. Decides how a build goes, never its result. */
  readonly memory: () => number;
  /** The time of day: for locks, and for when a source answered. Never in anything published but that. */
  readonly now: () => Date;
};
