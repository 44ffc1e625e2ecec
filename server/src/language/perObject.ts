/** A function of an object, answered once: the answer is kept as long as the object lives. It must hang on nothing that changes. */
export function perObject<K extends object, T extends object>(compute: (object: K) => T): (object: K) => T {
  const known = new WeakMap<K, T>();
  return (object) => {
    let answer = known.get(object);
    if (!answer) known.set(object, (answer = compute(object)));
    return answer;
  };
}
