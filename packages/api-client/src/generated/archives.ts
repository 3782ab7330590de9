export interface paths {
  '/api/archives/members': {
    get: {
      parameters: {
        query?: {
          page?: number;
          pageSize?: number;
          q?: string;
          organizationId?: string;
          node?: string;
          stage?: string;
          state?: string;
          sort?: string;
          after?: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              items: components['schemas']['MemberListItem'][];
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
    MemberListItem: {
      id: string;
      name: string;
      sex: string | null;
      organizationId: string;
      organizationName: string;
      sectionId: string | null;
      stage: string;
      state: string;
      idNumber: string | null;
      joinedOn: string | null;
      verifiedOn: string | null;
      version: number;
      updatedAt: string;
      abilities: string[];
    };
  };
}
