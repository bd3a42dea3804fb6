import segments from 'sms-segments-calculator';
import { answer } from './ask.js';

/** How many segments Twilio would charge for each text. */
await answer(({ texts }) => texts.map((text) => new segments.SegmentedMessage(text).segmentsCount));
