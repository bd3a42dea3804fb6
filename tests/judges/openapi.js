import { Validator } from '@seriousme/openapi-schema-validator';
import Ajv from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { answer } from './ask.js';

/** Whether a document is OpenAPI of the version that it says, its references all lead somewhere, and its schemas are JSON Schema. */
await answer(async ({ document }) => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(structuredClone(document));
  const faults = valid ? [] : [errors].flat().map((error) => JSON.stringify(error));
  if (valid) {
    try {
      validator.resolveRefs();
    } catch ({ message }) {
      faults.push(message);
    }
  }

  const ajv = formats.default(new Ajv.default({ strictSchema: true, strictTypes: false, allErrors: true, formats: { int32: true, int64: true } }));
  for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
    if (!ajv.validateSchema(schema)) {
      faults.push(`${name}: ${ajv.errorsText()}`);
    }
  }

  return { version: validator.version ?? null, faults };
});
