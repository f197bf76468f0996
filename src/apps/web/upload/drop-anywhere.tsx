export const DropAnywhere = () => null;
