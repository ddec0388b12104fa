import { describe, expect, it } from 'vitest';
import { ABOUT, LOOK } from '../../src/files/typst/look.ts';

describe('the look of every PDF', () => {
  // A style that differs makes Typst lay out every cell of every table anew, for each report (docs/performance.md).
  it('has no style that holds anything of one document', () => {
    const styles = LOOK.split(/^#/m).filter((part) => /^(set|show) /.test(part));
    expect(styles.length).toBeGreaterThan(15);
    for (const style of styles) expect(style).not.toMatch(/\bd\.|\bair\b/);
    expect(ABOUT).toContain('title: d.titel');
  });
});
