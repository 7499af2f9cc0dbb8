/** Everything a socket handler needs; made once in server.ts. */
import type { Clock, Logger, Random } from '../shared/deps.ts';
import type { ServerConfig } from './config.ts';
import type { GroupCommit } from './groupCommit.ts';
import type { Hub } from './hub.ts';
import type { JoinRelay } from './joinRelay.ts';
import type { MuxSocket } from './muxSocket.ts';
import type { Quarantine } from './quarantine.ts';
import type { ServerDatabase } from './store.ts';
import type { TeamDirectory } from './teamDirectory.ts';

export interface ServerParts {
  readonly config: ServerConfig;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly db: ServerDatabase;
  readonly commit: GroupCommit;
  readonly hub: Hub;
  readonly teams: TeamDirectory;
  readonly joins: JoinRelay;
  readonly quarantine: Quarantine;
  /** Random id of this database; a restored server gets a new one, so that clients compare again. */
  readonly incarnation: string;
  readonly muxSockets: Set<MuxSocket>;
}
