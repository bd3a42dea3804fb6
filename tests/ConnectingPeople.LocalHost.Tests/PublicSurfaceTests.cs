using System.Reflection;

namespace ConnectingPeople.LocalHost.Tests;

/// <summary>Function code may use what the worker's own packages offer too, and nothing else.</summary>
public sealed class PublicSurfaceTests
{
    [Fact]
    public void Function_code_sees_what_the_worker_offers_and_nothing_more()
    {
        string[] seen =
        [
            .. typeof(FunctionAttribute).Assembly.GetExportedTypes().SelectMany(Members).Order(StringComparer.Ordinal),
        ];

        Assert.Equal(
            [
                "AuthorizationLevel.Admin",
                "AuthorizationLevel.Anonymous",
                "AuthorizationLevel.Function",
                "AuthorizationLevel.System",
                "AuthorizationLevel.User",
                "Builder.FunctionsApplication.CreateBuilder(String[]) : FunctionsApplicationBuilder",
                "Builder.FunctionsApplicationBuilder.Build() : IHost",
                "Builder.FunctionsApplicationBuilder.Configuration : IConfigurationManager",
                "Builder.FunctionsApplicationBuilder.Environment : IHostEnvironment",
                "Builder.FunctionsApplicationBuilder.Logging : ILoggingBuilder",
                "Builder.FunctionsApplicationBuilder.Metrics : IMetricsBuilder",
                "Builder.FunctionsApplicationBuilder.Services : IServiceCollection",
                "Builder.FunctionsApplicationBuilderAspNetCoreExtensions.ConfigureFunctionsWebApplication(FunctionsApplicationBuilder) : FunctionsApplicationBuilder",
                "FunctionAttribute(String)",
                "FunctionAttribute.Name : String",
                "FunctionContext()",
                "FunctionContext.FunctionId : String",
                "FunctionContext.InstanceServices : IServiceProvider",
                "FunctionContext.InvocationId : String",
                "FunctionContext.Items : IDictionary`2",
                "HttpTriggerAttribute(AuthorizationLevel, String[])",
                "HttpTriggerAttribute.Route : String",
                "QueueTriggerAttribute(String)",
                "QueueTriggerAttribute.Connection : String",
                "ScheduleStatus()",
                "ScheduleStatus.Last : DateTime",
                "ScheduleStatus.LastUpdated : DateTime",
                "ScheduleStatus.Next : DateTime",
                "TimerInfo()",
                "TimerInfo.IsPastDue : Boolean",
                "TimerInfo.ScheduleStatus : ScheduleStatus",
                "TimerTriggerAttribute(String)",
                "TimerTriggerAttribute.RunOnStartup : Boolean",
                "TimerTriggerAttribute.UseMonitor : Boolean",
            ],
            seen);
    }

    [Fact]
    public void The_attributes_and_the_context_are_shaped_as_the_workers_are()
    {
        Assert.True(typeof(FunctionContext).IsAbstract);
        Assert.All(
            [typeof(FunctionAttribute), typeof(HttpTriggerAttribute), typeof(TimerTriggerAttribute), typeof(QueueTriggerAttribute)],
            attribute => Assert.True(attribute.IsSealed));
        Assert.True(new TimerTriggerAttribute("0 * * * * *").UseMonitor);
        Assert.Equal([0, 1, 2, 3, 4], Enum.GetValues<AuthorizationLevel>().Select(level => (int)level));
    }

    private static IEnumerable<string> Members(Type type)
    {
        string name = type.FullName!["ConnectingPeople.LocalHost.".Length..];
        return type
            .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(member => member is not MethodBase { IsSpecialName: true, IsConstructor: false } && member.Name != "value__")
            .Select(member => member switch
            {
                ConstructorInfo constructor => $"{name}({Parameters(constructor)})",
                MethodInfo method => $"{name}.{method.Name}({Parameters(method)}) : {method.ReturnType.Name}",
                PropertyInfo property => $"{name}.{property.Name} : {property.PropertyType.Name}",
                _ => $"{name}.{member.Name}",
            })
            .Concat(type is { IsAbstract: true, IsSealed: false } ? [$"{name}()"] : []);
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.Name));
}
