export interface paths {
  '/api/identity/organizations': {
    get: {
      parameters: { query?: { node?: string } };
      responses: {
        200: {
          content: {
            'application/json': {
              items: components['schemas']['Organization'][];
              total: number;
              totalIsExact: boolean;
            };
          };
        };
      };
    };
  };
}

export interface components {
  schemas: {
    Organization: {
      id: string;
      parentId: string | null;
      code: string;
      name: string;
      shortName: string | null;
      type: string;
      status: string;
      sort: number;
      memberCount?: number;
      version: number;
    };
  };
}
