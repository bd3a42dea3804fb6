import twilio from 'twilio';
import { answer } from './ask.js';

/** Signs each request as Twilio does. */
await answer(({ authToken, requests }) =>
  requests.map(({ url, form }) => twilio.getExpectedTwilioSignature(authToken, url, form)));
