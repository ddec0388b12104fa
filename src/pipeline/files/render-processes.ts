import type { FileFacts } from '../../files/common/facts.ts';
import type { Rendering } from '../../files/rendering.ts';
import { ONE_ARENA } from '../engine.ts';
import { type Pool, poolOf } from '../processes/pool.ts';

/** A rendering to be made in a process, written below `folder` and kept under its key. */
export type RenderJob = { readonly path: string; readonly key: string; readonly rendering: Rendering };
/** What a process is sent first. @param code a hash of everything but data */
export type RenderPlaces = { readonly folder: string; readonly store: string; readonly code: string };
/** What came of a file: its size and hash, the milliseconds it took, and whether an earlier build had rendered it. */
export type MadeFile = { readonly facts: FileFacts; readonly ms: number; readonly reused: boolean };

/** Processes that render documents. Their faults are those of their stores. */
export type RenderProcesses = Pool<RenderJob, MadeFile>;

/**
 * @param running.processes how many there may be
 * @param running.heap `heapFlags`
 */
export const renderProcesses = (
  { processes, heap }: { readonly processes: number; readonly heap: readonly string[] },
  places: RenderPlaces,
): RenderProcesses =>
  poolOf(processes, {
    url: new URL('./render-process.ts', import.meta.url),
    setup: places,
    flags: heap,
    env: ONE_ARENA,
    failed: ({ path }, why) => `${path} kunde inte skrivas: ${why}`,
    ended: (how) => `En process slutade utan att ha skrivit sina filer: ${how}`,
  });
