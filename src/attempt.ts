/** What `act` returns, or `otherwise` where it throws. */
export const attempt = <Result, Otherwise = undefined>(act: () => Result, otherwise?: Otherwise): Result | Otherwise => {
  try {
    return act();
  } catch {
    return otherwise as Otherwise;
  }
};
