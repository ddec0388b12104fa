/**
 * Why an import cannot go on, for the person at the terminal: `message` says what is wrong, `advice` what to do.
 * Everything else that is thrown is a defect of ours and ends the command with its stack.
 */
export class ImportStop extends Error {
  readonly advice: string;
  constructor(message: string, advice: string) {
    super(message);
    this.advice = advice;
  }
}
