/** Histories that once broke a promise, by what went wrong in them. The seeds belong to runs of at most 60 steps. */
import { beforeAll, describe, expect, it } from 'vitest';
import { simulate } from './simulation.ts';
import { makeDisks, type Disks } from './world.ts';

let disks: Disks;
beforeAll(async () => {
  disks = await makeDisks();
});

describe('a second laptop started from an older copy of the first', () => {
  it.each([
    [5241, 'had its own envelope taken for the unsent one of the first, which was then counted as shared'],
    [1124, 'left a lane with two histories, so that a colleague could not follow its chain'],
    [1220, 'had removed, by a compaction that never arrived, what no other snapshot covered'],
    [5052, 'mixed what the other wrote in the lane into its own'],
  ])('in history %i: %s', (seed) => {
    expect(simulate(disks, seed, 60, 'never').broken).toEqual([]);
  });
});

describe('access that is given and withdrawn', () => {
  it.each([
    [1028, 30, 'left somebody who came back without the keys of what was written meanwhile'],
    [1039, 30, 'left a new laptop with the newest key only, so that it could read nothing of before'],
    [1031, 30, 'left a lane waiting for ever for one that could not be opened'],
    [200868, 30, 'dropped the only copy of a new key with an envelope that a clone had pushed aside'],
    [200752, 30, 'left out of an older lane what had arrived after all'],
  ])('in history %i of %i steps: %s', (seed, steps) => {
    expect(simulate(disks, seed, steps, 'always').broken).toEqual([]);
  });
});
