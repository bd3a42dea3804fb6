import { dirname } from 'node:path';
import datapackage from 'datapackage';
import { answer } from './ask.js';

const { Package } = datapackage;

/** What Frictionless Data's own library holds against a data package and its CSV files, and how many rows it read from each. */
await answer(async ({ path }) => {
  const judged = await Package.load(path);
  const faults = judged.errors.map((error) => error.message);
  const rows = {};
  for (const resource of judged.resources) {
    faults.push(...resource.errors.map((error) => `${resource.name}: ${error.message}`));
    if (resource.tabular) {
      rows[resource.name] = (await read(resource, {}, faults))?.length;
      for (const foreignKey of resource.descriptor.schema.foreignKeys ?? []) {
        await read(await withOnly(foreignKey, resource.name, judged.descriptor, dirname(path)), { relations: true }, faults);
      }
    }
  }
  return { valid: judged.valid, faults: [...new Set(faults)], rows, all: judged.resources.length };
});

/** Reads a file as its schema says. */
async function read(resource, options, faults) {
  try {
    return await resource.read(options);
  } catch (error) {
    const each = error.multiple ? error.errors : [error];
    faults.push(...each.map(({ message }) => `${resource.name}: ${message}`));
    return null;
  }
}

/** The file with one foreign key alone: the library looks a second one up with what it put in place of the first one's columns. */
async function withOnly(foreignKey, name, descriptor, basePath) {
  const alone = structuredClone(descriptor);
  for (const { schema } of alone.resources) {
    delete schema.foreignKeys;
  }
  alone.resources.find((resource) => resource.name === name).schema.foreignKeys = [foreignKey];
  return (await Package.load(alone, { basePath })).getResource(name);
}
