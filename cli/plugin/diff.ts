export const diff = async (_before: string, _after: string, _options: object): Promise<void> => {}
