import webhook from '@sendgrid/eventwebhook';
import { answer } from './ask.js';

/** Whether SendGrid's own check accepts each post of events. It throws at what isn't even a signature. */
await answer(({ publicKey, requests }) => {
  const judge = new webhook.EventWebhook();
  const key = judge.convertPublicKeyToECDSA(publicKey);
  return requests.map(({ body, signature, timestamp }) => {
    try {
      return judge.verifySignature(key, body, signature, timestamp);
    } catch {
      return false;
    }
  });
});
