import { spawnSync } from 'node:child_process';
import { lstat } from 'node:fs/promises';

/**
 * Lets two folders on one disk change places in one step, so that there is a whole one at each path at every moment;
 * false when this system or disk has no such step, and then nothing has been touched.
 */
export type Exchange = (one: string, other: string) => Promise<boolean>;

/** `renameat2` by its number, for systems whose `mv` cannot exchange (coreutils before 9.5) but that have Perl. */
const RENAMEAT2: Readonly<Partial<Record<NodeJS.Architecture, number>>> = {
  x64: 316,
  arm64: 276,
  ppc64: 357,
  s390x: 347,
};

/** Node has no call for `renameat2(…, RENAME_EXCHANGE)`, so a program of the system is asked to make it. */
export const systemExchange: Exchange = async (one, other) => {
  if (process.platform !== 'linux') return false;
  const before = await Promise.all([inode(one), inode(other)]);
  for (const [program, ...args] of programs(one, other)) {
    spawnSync(program, args, { stdio: 'ignore', timeout: 30_000 });
    const [first, second] = await Promise.all([inode(one), inode(other)]);
    // What the program says is not trusted: what stands where is.
    if (first === before[1] && second === before[0]) return true;
    if (first !== before[0] || second !== before[1])
      throw new Error(`${program} left ${one} and ${other} in disorder`);
  }
  return false;
};

function programs(one: string, other: string): readonly (readonly [string, ...string[]])[] {
  const call = RENAMEAT2[process.arch];
  const byPerl =
    call === undefined
      ? []
      : [
          [
            'perl',
            '-e',
            `exit(syscall(${call}, -100, $ARGV[0], -100, $ARGV[1], 2) != 0)`,
            one,
            other,
          ] as const,
        ];
  return [['mv', '--exchange', '--no-copy', '--no-target-directory', one, other] as const, ...byPerl];
}

const inode = async (path: string) => (await lstat(path, { bigint: true })).ino;
