import { text } from 'node:stream/consumers';

/** Answers one question in JSON from standard input with one in JSON on standard output. */
export async function answer(judge) {
  console.log(JSON.stringify(await judge(JSON.parse(await text(process.stdin)))));
}
