/**
 * Whether a process lives: one that does is at work, and what it has begun is not undone.
 * @param pid a process id that a journal names
 */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // A process of somebody else's cannot be signalled, but it lives.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
