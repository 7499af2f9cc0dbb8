/**
 * One interleaving from one seed: people edit, messages arrive in any order, connections break, processes die, disks go
 * back in time; then everything comes to rest, a laptop that was never connected joins, and the invariants are looked at.
 */
import type { Edit } from './edits.ts';
import { editSomething, roomsOf } from './edits.ts';
import { brokenPromises } from './invariants.ts';
import { SeededRandom } from './seededRandom.ts';
import type { SimulatedDevice } from './simulatedDevice.ts';
import { TeamChanges } from './teamChanges.ts';
import { World, someClock, type Disks } from './world.ts';

/** What goes wrong in this run besides partitions and crashes. At most one, so that no edit may honestly be lost. */
type Misfortune = 'none' | 'meddling' | 'restoredLaptop' | 'clonedLaptop' | 'restoredServer';
const MISFORTUNES: readonly Misfortune[] = [
  'none',
  'none',
  'meddling',
  'restoredLaptop',
  'clonedLaptop',
  'restoredServer',
];

export interface Outcome {
  readonly seed: number;
  readonly steps: number;
  readonly broken: readonly string[];
  readonly history: readonly string[];
}

/** How a failure is played again. */
export const replayCommand = (seed: number, length = 60, team: TeamPlan = 'half'): string =>
  `npm run simulate -- --seed ${String(seed)} --runs 1 --steps ${String(length)}${team === 'half' ? '' : ` --team ${team}`}`;

/** Whether the team changes in a history: in half of them, or as asked. Histories without are those of before there were. */
export type TeamPlan = 'half' | 'never' | 'always';

/** `length` bounds the steps: many short histories find more per second than a few long ones. */
export function simulate(disks: Disks, seed: number, length = 60, team: TeamPlan = 'half'): Outcome {
  const run = new Run(disks, seed, length, team);
  try {
    return run.play();
  } catch (error) {
    // A bug in the code under test: said with the seed, like a broken promise.
    const broken = [error instanceof Error ? (error.stack ?? error.message) : String(error)];
    return { seed, steps: 0, broken, history: run.history };
  } finally {
    run.end();
  }
}

class Run {
  readonly #world: World;
  readonly #disks: Disks;
  readonly #seed: number;
  readonly #misfortune: Misfortune;
  readonly history: string[] = [];
  readonly #length: number;
  readonly #teamRandom: SeededRandom;
  readonly #team: TeamChanges | null;
  #edits: Edit[] = [];
  #copy: { device: SimulatedDevice; image: Buffer; step: number } | null = null;
  #serverCopy: Buffer | null = null;
  #misfortunes = 0;

  constructor(disks: Disks, seed: number, length: number, team: TeamPlan) {
    this.#length = length;
    this.#disks = disks;
    this.#seed = seed;
    this.#world = new World(disks, seed);
    // A stream of its own: a history without team changes stays what it was.
    this.#teamRandom = new SeededRandom(seed, 500);
    const changes = team === 'always' || (team === 'half' && this.#teamRandom.chance(0.5));
    this.#team = changes ? new TeamChanges(this.#world, this.#teamRandom, disks.stranger) : null;
    const { random } = this.#world;
    this.#misfortune = random.pick(MISFORTUNES);
    const count = 2 + random.below(2);
    for (const image of disks.devices.slice(0, count)) this.#world.add(image, someClock(random));
  }

  play(): Outcome {
    const { random } = this.#world;
    const steps = this.#length / 4 + random.below((this.#length * 3) / 4);
    this.#note(`misfortune: ${this.#misfortune}`);
    for (let step = 0; step < steps; step++) {
      if (this.#team && this.#teamRandom.chance(0.12)) this.#note(this.#team.decide() ?? 'the team changes nothing');
      this.#step(step);
    }
    const broken = this.#rest();
    return { seed: this.#seed, steps, broken, history: this.history };
  }

  end(): void {
    this.#world.end();
  }

  #note(what: string): void {
    this.history.push(what);
  }

  /** Whatever the laptop does, its process may die in the middle of it. */
  #alive<T>(device: SimulatedDevice, run: () => T): T | null {
    let value: T | null = null;
    try {
      value = run();
    } catch (error) {
      if (!device.isDead) throw error;
    }
    if (!device.isDead) return value;
    this.#note(`${device.name} died in a transaction`);
    device.restart();
    return null;
  }

  #step(step: number): void {
    const { random, devices, server } = this.#world;
    const device = random.pick(devices);
    const kind = random.below(100);
    if (kind < 22) {
      const edit = this.#alive(device, () => editSomething(device, random, step));
      this.#note(`${device.name} edits${edit ? ` ${edit.mark}` : ''}`);
      if (edit) this.#edits.push(edit);
    } else if (kind < 42) this.#alive(device, () => device.runNextTimer());
    else if (kind < 70) this.#deliver(device, 1 + random.below(6));
    else if (kind < 78) {
      this.#note('server commits');
      server.commit();
    } else if (kind < 82) {
      device.isCutOff = !device.isCutOff;
      this.#note(`${device.name} ${device.isCutOff ? 'loses' : 'finds'} the network`);
      if (device.isCutOff) device.link?.cut();
    } else if (kind < 85) {
      this.#note(`${device.name} crashes`);
      device.restart();
    } else if (kind < 87) device.crashSoon(1 + random.below(8));
    else if (kind < 89) {
      this.#note('server crashes');
      server.crash();
    } else if (kind < 94) {
      const rooms = roomsOf(device);
      if (rooms.length === 0) return;
      const room = random.pick(rooms);
      const compacted = this.#alive(device, () => device.compact(room));
      this.#note(`${device.name} compacts: ${String(compacted)}`);
    } else this.#meetMisfortune(device, step);
  }

  #deliver(device: SimulatedDevice, count: number): void {
    const { random } = this.#world;
    const { link } = device;
    if (!link?.isOpen) {
      if (device.refusedConnections > 0) device.tellUnreachable();
      return;
    }
    for (let index = 0; index < count && link.isOpen; index++) {
      if (random.chance(0.5)) link.deliverToServer();
      else this.#alive(device, () => link.deliverToDevice());
    }
    this.#note(`${device.name} and the server: ${String(count)} messages`);
  }

  #meetMisfortune(device: SimulatedDevice, step: number): void {
    const { random, server } = this.#world;
    switch (this.#misfortune) {
      case 'none':
        return;
      case 'meddling': {
        const how = random.pick(['repeat', 'swap', 'drop'] as const);
        const queue = random.pick(['toDevice', 'toServer'] as const);
        const { link } = device;
        const length = link?.[queue].length ?? 0;
        if (length > 0 && link?.meddle(how, queue, random.below(length))) this.#note(`${how} ${queue} ${device.name}`);
        return;
      }
      case 'restoredLaptop':
        if (!this.#copy) this.#copy = this.#takeCopy(device, step);
        else if (this.#misfortunes < 1) this.#restore(this.#copy);
        return;
      case 'clonedLaptop':
        if (!this.#copy) this.#copy = this.#takeCopy(device, step);
        else if (this.#misfortunes < 1) {
          this.#misfortunes += 1;
          this.#note(`a second laptop from the copy of ${this.#copy.device.name}`);
          this.#world.add(this.#copy.image);
        }
        return;
      case 'restoredServer':
        if (!this.#serverCopy) {
          this.#note('server is copied');
          this.#serverCopy = server.image();
        } else if (this.#misfortunes < 1) {
          this.#misfortunes += 1;
          this.#note('server is restored');
          server.rollBack(this.#serverCopy);
          // Somebody decides before whoever has the longer log is back: two branches of one log.
          if (this.#team && this.#teamRandom.chance(0.5)) this.#note(this.#team.decide() ?? 'nobody decides');
        }
    }
  }

  #takeCopy(device: SimulatedDevice, step: number) {
    this.#note(`${device.name} is copied`);
    return { device, image: device.image(), step };
  }

  /** What only this disk had is lost with it, honestly; what was acknowledged may not be. */
  #restore({ device, image, step }: { device: SimulatedDevice; image: Buffer; step: number }): void {
    this.#misfortunes += 1;
    const unshared = new Set(device.engine.waitingRooms());
    this.#note(`${device.name} is restored`);
    this.#edits = this.#edits.filter(
      (edit) => edit.device !== device.name || edit.step < step || !unshared.has(edit.room),
    );
    device.restoreFrom(image);
  }

  /** The network is whole, nobody dies; a laptop that was never connected joins. */
  #rest(): readonly string[] {
    const world = this.#world;
    for (const device of world.devices) {
      device.isCutOff = false;
      device.crashSoon(Number.POSITIVE_INFINITY);
    }
    // Connections that were meddled with are made again, as the server's keep-alive would.
    if (this.#misfortune === 'meddling' || !this.#team) {
      if (!world.settle()) return ['it does not come to rest'];
      for (const device of world.devices) device.link?.cut();
    }
    world.add(this.#disks.fresh);
    if (!world.settle()) return ['it does not come to rest'];
    return brokenPromises(world, this.#edits, this.#team);
  }
}
