/** A file that cannot be read, said in words that tell what to do. */
export class Unreadable extends Error {
  override name = 'Unreadable';
}
