import { context, propagation, SpanKind, SpanStatusCode, trace, type Tracer } from '@opentelemetry/api';

/** Null until `exportTraces` has registered an exporter: spans then cost nothing at all. */
let tracer: Tracer | null = null;

/** Sends spans to an OTLP/HTTP collector. The exporter is loaded only here: without an endpoint it takes no memory. */
export async function exportTraces(service: string, endpoint: string): Promise<() => Promise<void>> {
  const [
    { BatchSpanProcessor, TracerProvider },
    { OTLPTraceExporter },
    { AsyncLocalStorageContextManager },
    { W3CTraceContextPropagator },
    { resourceFromAttributes },
  ] = await Promise.all([
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/context-async-hooks'),
    import('@opentelemetry/core'),
    import('@opentelemetry/resources'),
  ]);
  const exporter = new OTLPTraceExporter({
    url: new URL('v1/traces', endpoint.endsWith('/') ? endpoint : `${endpoint}/`).href,
  });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': `banyan-${service}` }),
    spanProcessors: [new BatchSpanProcessor({ exporter } as never)],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  tracer = trace.getTracer('banyan');
  return () => provider.shutdown();
}

/** The W3C traceparent of the span under way, to travel with a fact; null without one. */
export function currentTraceparent(): string | null {
  if (tracer === null) return null;
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  return carrier['traceparent'] ?? null;
}

/** Runs the work in a span that continues the trace of `traceparent`. An error marks the span, without its text, and is thrown on. */
export async function inSpan<Result>(
  name: string,
  kind: 'server' | 'producer' | 'consumer',
  traceparent: string | null | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  if (tracer === null) return work();
  const parent = traceparent ? propagation.extract(context.active(), { traceparent }) : context.active();
  const spanKind = { server: SpanKind.SERVER, producer: SpanKind.PRODUCER, consumer: SpanKind.CONSUMER }[
    kind
  ];
  const span = tracer.startSpan(name, { kind: spanKind }, parent);
  try {
    return await context.with(trace.setSpan(parent, span), work);
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
}
