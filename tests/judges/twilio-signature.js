import twilio from 'twilio';
import { answer } from './ask.js';

/** Whether Twilio's own check accepts each signed request. */
await answer(({ authToken, requests }) =>
  requests.map(({ signature, url, form }) => twilio.validateRequest(authToken, signature, url, form)));
