/** First of all imports: without this zod makes code from text to check faster. The main process has no need of that. */
import { z } from 'zod';

z.config({ jitless: true });
