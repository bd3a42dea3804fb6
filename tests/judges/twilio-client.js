import twilio from 'twilio';
import { answer } from './ask.js';

/** Twilio's own HTTP client, which goes to the simulator instead of api.twilio.com. */
class Redirected extends twilio.RequestClient {
  constructor(baseUrl) {
    super({ timeout: 10_000 });
    this.baseUrl = baseUrl.replace(/\/$/, '');
  }

  request(options) {
    return super.request({ ...options, uri: options.uri.replace('https://api.twilio.com', this.baseUrl) });
  }
}

/** Calls such as ["create", {...}], ["list", {...}] or ["fetch", "SM..."], in order; an error is an answer too. */
await answer(async ({ baseUrl, accountSid, authToken, calls }) => {
  const client = twilio(accountSid, authToken, { httpClient: new Redirected(baseUrl) });
  const dates = ({ dateSent, dateSentAfter, dateSentBefore, ...rest }) => ({
    ...rest,
    ...(dateSent && { dateSent: new Date(dateSent) }),
    ...(dateSentAfter && { dateSentAfter: new Date(dateSentAfter) }),
    ...(dateSentBefore && { dateSentBefore: new Date(dateSentBefore) }),
  });
  const verbs = {
    create: (message) => client.messages.create(message),
    list: (filter) => client.messages.list(dates(filter)),
    fetch: (sid) => client.messages(sid).fetch(),
  };
  const answers = [];
  for (const [verb, argument] of calls) {
    answers.push(await verbs[verb](argument).catch(({ code, status, message, moreInfo }) => ({ code, status, message, moreInfo })));
  }
  return answers;
});
