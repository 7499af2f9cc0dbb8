/** First of all imports: without this zod tries whether it may make code from text, which the page's policy forbids. */
import { z } from 'zod';

z.config({ jitless: true });
