import Ajv from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { answer } from './ask.js';

/** Records in answers may hold nothing that isn't documented, though the document lets them grow. */
const closed = (schema) => ({
  ...schema,
  ...(schema.properties && schema.additionalProperties === undefined && { additionalProperties: false }),
});

/** What is wrong with requests and answers that really passed, as the document has them: none where it keeps its word. */
await answer(({ document, exchanges }) => {
  const text = JSON.stringify(document).replaceAll('#/components/schemas/', '#/$defs/');
  const { paths, components } = JSON.parse(text);
  const $defs = Object.fromEntries(Object.entries(components.schemas).map(([name, schema]) => [name, closed(schema)]));
  const ajv = formats.default(new Ajv.default({ strict: false, allErrors: true }));
  const resolve = (part) => (part?.$ref ? part.$ref.split('/').slice(1).reduce((at, name) => at[name], { components }) : part);
  const faultsOf = (what, content, mediaType, body) => {
    const described = content?.[mediaType];
    if (!described) {
      return [`${what}: ${mediaType || 'a body'} isn't documented`];
    }

    if (!described.schema || !/json$/.test(mediaType)) {
      return [];
    }

    const validate = ajv.compile({ ...described.schema, $defs });
    return validate(JSON.parse(body)) ? [] : [`${what}: ${ajv.errorsText(validate.errors)} in ${body.slice(0, 500)}`];
  };

  return exchanges.flatMap(({ method, route, mediaType, sent, status, answerType, answer: body }) => {
    const name = `${method.toUpperCase()} ${route} ${status}`;
    const operation = paths[route]?.[method];
    const response = resolve(operation?.responses[status]);
    if (!response) {
      return [`${name}: isn't documented`];
    }

    const request = sent === null || status >= 400 ? [] : faultsOf(`${name}, sent`, operation.requestBody?.content, mediaType, sent);
    const answered = body === '' && !response.content ? [] : faultsOf(`${name}, answered`, response.content, answerType, body);
    return [...request, ...answered];
  });
});
