export const text = async (_path: string, _options: object): Promise<void> => {}
