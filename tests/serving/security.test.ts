import { expect, it } from 'vitest';
import { securityText } from '../../src/serving/security.ts';

it('says where to write, and until when that holds', () => {
  const text = securityText({
    webbplats: 'https://jamforelser.example/',
    datum: '2028-02-29',
    organisation: { epost: 'a@b.example' },
  });
  expect(text).toBe(
    [
      'Contact: mailto:a@b.example',
      'Expires: 2029-03-01T00:00:00Z',
      'Preferred-Languages: sv, en',
      'Canonical: https://jamforelser.example/.well-known/security.txt',
      '',
    ].join('\n'),
  );
});
