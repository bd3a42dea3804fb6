using System.Linq.Expressions;
using System.Reflection;
using ConnectingPeople.LocalHost.Http;
using ConnectingPeople.LocalHost.Settings;
using Microsoft.AspNetCore.Http;


namespace ConnectingPeople.LocalHost.Invocations;

/// <summary>Says for each parameter of a function where its value comes from.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Trigger">What sets it off.</param>
/// <param name="Triggered">The parameter that carries the trigger.</param>
internal sealed record FunctionBinding(string Function, Attribute Trigger, ParameterInfo Triggered)
{
    /// <exception cref="StartException">Nothing of the kind can be bound.</exception>
    public Expression Bind(ParameterInfo parameter, Expression invocation)
    {
        Type type = parameter.ParameterType;
        return type == typeof(CancellationToken) ? Expression.Property(invocation, nameof(Invocation.Cancellation))
            : type == typeof(FunctionContext) ? invocation
            : parameter.Position == Triggered.Position ? BindTrigger(type, Expression.Property(invocation, nameof(Invocation.Trigger)))
            : Trigger is HttpTriggerAttribute http ? BindRequest(parameter, http, Expression.Property(invocation, nameof(Invocation.Trigger)))
            : throw Unbound(parameter, "Timer and queue functions bind their trigger, a CancellationToken and a FunctionContext.");
    }

    private Expression BindTrigger(Type type, Expression trigger) => Trigger switch
    {
        HttpTriggerAttribute when type == typeof(HttpRequest) => Request(trigger),
        HttpTriggerAttribute => throw Unbound(Triggered, "An HTTP trigger gives an HttpRequest."),
        TimerTriggerAttribute when type == typeof(TimerInfo) => Expression.Convert(trigger, type),
        TimerTriggerAttribute => throw Unbound(Triggered, "A timer trigger gives a TimerInfo."),
        _ when type == typeof(string) => Expression.Convert(trigger, type),
        _ => Expression.Call(typeof(QueueJson), nameof(QueueJson.Read), [type], Expression.Convert(trigger, typeof(string))),
    };

    private Expression BindRequest(ParameterInfo parameter, HttpTriggerAttribute http, Expression trigger) =>
        parameter.ParameterType == typeof(HttpRequest) ? Request(trigger)
        : parameter.ParameterType == typeof(string) && RouteHas(http, parameter.Name!)
            ? Expression.Call(typeof(FunctionBinding), nameof(RouteValue), null, Request(trigger), Expression.Constant(parameter.Name))
        : throw Unbound(parameter, "An HTTP function binds an HttpRequest, its route's values as strings by name, a CancellationToken and a FunctionContext.");

    private bool RouteHas(HttpTriggerAttribute http, string name) =>
        HttpRoute.Parse(Function, http.Route ?? "").GetParameter(name) is not null;

    private static MemberExpression Request(Expression trigger) =>
        Expression.Property(Expression.Convert(trigger, typeof(HttpContext)), nameof(HttpContext.Request));

    private static string? RouteValue(HttpRequest request, string name) => request.RouteValues[name]?.ToString();

    private StartException Unbound(ParameterInfo parameter, string what) =>
        new($"Function {Function}: nothing can be bound to its parameter {parameter.ParameterType.Name} {parameter.Name}. {what}");
}
